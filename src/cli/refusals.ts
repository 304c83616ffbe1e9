import errors from '../client/i18n/messages/en/errors.json' with { type: 'json' }

/** What the office can refuse a file with, in the words of its pages. */
export const refusals = {
  'envelope.malformed': errors['error.envelope.malformed'],
  'envelope.version': errors['error.envelope.version'],
  'envelope.foreign': errors['error.envelope.foreign'],
  'envelope.day_ahead': errors['error.envelope.day_ahead'],
  'envelope.too_old': errors['error.envelope.too_old'],
  'envelope.no_reader': errors['error.envelope.no_reader'],
  'office.not_founded': errors['error.office.not_founded'],
  'service.busy': errors['error.service.busy'],
  'service.failed': errors['error.service.failed'],
  // Whoever carries the file can take nothing out of it.
  'upload.full':
    'The service has no room for the files in it at this moment. Nothing was kept. Hand it in again later.',
  'case.taken': 'Another report came in under the same key before, so this one was not taken.',
  'request.wrong_origin': 'The service is reached at another address. Use the one on the poster.',
}
