import {
  approveCredential,
  caseKeyDigits,
  caseKeyWords,
  comparisonCode,
  encodePublicKeys,
  generateKit,
  keyCode,
  kitSignIn,
  kitWords,
  officerKeys,
  prfInput,
  reporterKeys,
  sealDraft,
  sealingStream,
  sealLetter,
  sealVisit,
  signKept,
  signMark,
  signRead,
  signReadFile,
  signUpload,
  signVisit,
  wrapSecret,
} from '../../crypto/index.ts'
import { sign } from '../../crypto/sodium/index.ts'
import {
  checkpointBytes,
  checkpointHash,
  dayTree,
  encodeSignedStatement,
  encodeStreamed,
  fileHash,
  fingerprintDigits,
  makeChallenge,
  paddedChunks,
  partsOf,
  receiptBytes,
  sha256,
  toBase64url,
  utf8,
} from '../../crypto/wire/index.ts'
import { aCase, aFurtherKey, aSealedFile, type Journey, release, say } from '../crypto/support/case.ts'
import { dice } from '../crypto/support/dice.ts'
import { anOffice, type Office, today } from '../crypto/support/office.ts'

/** One of every structure of the protocol, made from fixed randomness; bytes as base64url. */
export async function protocolVectors() {
  const office = await anOffice({ Bo: 'officer', Ida: 'investigator', Sub: 'substitute' })
  return {
    keys: await keyVectors(),
    unlocking: await unlockingVectors(),
    draft: draftVectors(),
    visit: await visitVectors(),
    directory: await directoryVectors(office),
    case: await caseVectors(office),
    files: await fileVectors(),
    service: await serviceVectors(office),
    letter: await letterVectors(office),
    envelope: await envelopeVectors(office),
    envelopeWithFiles: await carryingVectors(office),
  }
}

async function keyVectors() {
  const caseKey = dice('vector case key')(16)
  const { signing, sealing, address } = await reporterKeys(caseKey)
  const officer = await officerKeys(dice('vector officer')(32))
  return {
    caseKey: toBase64url(caseKey),
    english: caseKeyWords(caseKey, 'english'),
    french: caseKeyWords(caseKey, 'french'),
    spanish: caseKeyWords(caseKey, 'spanish'),
    digits: caseKeyDigits(caseKey),
    address: toBase64url(address),
    signingSecret: toBase64url(signing.secretKey),
    sealingSecret: toBase64url(sealing.secretKey),
    sealingKey: toBase64url(sealing.publicKey),
    sealingKeyId: toBase64url(sealing.id),
    officerSecret: toBase64url(dice('vector officer')(32)),
    officerSigningKey: toBase64url(officer.signing.publicKey),
    officerSealingKeyId: toBase64url(officer.sealing.id),
  }
}

async function visitVectors() {
  const key = dice('vector case key')(16)
  const { visit, cell } = sealVisit(today, key, dice('vector visit'))
  const { signature } = await signVisit(
    await reporterKeys(key),
    'https://ethics.example',
    dice('vector challenge')(52),
    cell,
  )
  return { ...visit, cell: toBase64url(cell), signature: toBase64url(signature) }
}

function draftVectors() {
  const [key, text] = [dice('vector draft key')(16), 'Half of what happened.']
  return { key: toBase64url(key), text, file: toBase64url(sealDraft(text, key, dice('vector draft'))) }
}

async function unlockingVectors() {
  const [secret, memberId] = [dice('vector officer')(32), dice('vector member')(16)]
  const kit = generateKit(dice('vector kit'))
  const wrap = (by: 'passkey' | 'kit', key: Uint8Array<ArrayBuffer>) =>
    toBase64url(wrapSecret(secret, { by, key }, memberId, dice(`vector ${by}`)))
  const signIn = kitSignIn(kit, 'https://ethics.example', dice('vector challenge')(32))
  const keys = await officerKeys(secret)
  return {
    prfInput: toBase64url(await prfInput()),
    memberId: toBase64url(memberId),
    kit: toBase64url(kit),
    kitWords: kitWords(kit, 'english'),
    kitKey: toBase64url(signIn.publicKey),
    kitSignature: toBase64url(signIn.signature),
    wrappedByPasskey: wrap('passkey', dice('vector prf')(32)),
    wrappedByKit: wrap('kit', kit),
    approval: toBase64url(await approveCredential(memberId, dice('vector credential')(20), keys)),
  }
}

async function directoryVectors(office: Office) {
  const mark = signMark(office.directory.head, today, office.person('Chief').keys)
  const join = dice('vector join')(300)
  const first = { attestation: dice('vector attestation')(180), kit: dice('vector kit key')(32) }
  return {
    statements: office.statements.map((signed) => toBase64url(encodeSignedStatement(signed))),
    fingerprint: fingerprintDigits(office.directory.fingerprint).join(' '),
    head: toBase64url(office.directory.head),
    mark: toBase64url(mark.signature),
    comparisonCode: await comparisonCode(join, 'english'),
    kept: toBase64url(await signKept(join, first, office.person('Chief').keys)),
  }
}

/** A case in which every kind of entry and every mode of seals occurs. */
async function caseVectors(office: Office) {
  const journey: Journey = await aCase(office, { name: 'vector case' })
  const members = (name: string) => [office.person(name).id]
  await journey.does('Chief', say('We have it.'))
  const file = await sealedFile()
  const body = {
    type: 'note',
    text: 'A note.',
    'file.1': JSON.stringify({ key: toBase64url(file.key), size: file.size }),
  }
  await journey.does('Bo', { act: 'say', lane: 'office', body, files: [file] })
  await journey.does('Bo', { act: 'grant', members: members('Ida'), body: { type: 'granted' } })
  await journey.does('Ida', { act: 'open-identity', body: { type: 'identity-opened', reason: 'A threat.' } })
  const [representative, readmitted] = [await aFurtherKey(journey, 'Lea'), await aFurtherKey(journey, 'Amina')]
  await journey.does('Reporter', { act: 'represent', key: representative, body: { type: 'represented' } })
  await journey.does('Chief', { act: 'readmit', key: readmitted, body: { type: 'readmitted', how: 'By her voice.' } })
  await journey.does('Bo', { act: 'readmit', key: readmitted, body: { type: 'readmitted' } })
  await journey.does('Amina', say('It is me.'))
  await journey.does('Amina', { act: 'end-key', key: representative.signing, body: { type: 'key-ended' } })
  await journey.does('Chief', { act: 'remove', members: members('Bo'), body: { type: 'removed' } })
  const newKeys = await reporterKeys(dice('vector second key')(16))
  await journey.does('Reporter', { act: 'replace-key', newKeys, body: { type: 'key-replaced' } })
  const { held } = journey.service
  journey.day = journey.service.state.release + 1
  await release(journey.service, office, journey.day)
  await journey.does('Chief', { act: 'close', body: { type: 'closed', text: 'Done.' } })
  return {
    caseKey: toBase64url(journey.caseKey),
    secondKey: toBase64url(dice('vector second key')(16)),
    entries: journey.service.accepted.map((entry) => toBase64url(encodeStreamed(entry))),
    serviceShare: toBase64url(journey.service.share),
    summary: toBase64url(journey.service.summary),
    readmittedKey: toBase64url(dice('further Amina')(16)),
    readmittedLine: toBase64url(encodePublicKeys(readmitted)),
    readmittedCode: await keyCode(readmitted, 'english'),
    held: Object.fromEntries(Object.entries(held).map(([lane, block]) => [lane, toBase64url(block)])),
  }
}

/** A file of three parts, one of them all padding but a few bytes. */
async function sealedFile() {
  const [key, size] = [dice('vector file key')(32), 2 * 1024 * 1024 + 70]
  const chunks = paddedChunks(size)
  const stream = sealingStream(key, size)
  const plain = new Uint8Array(size).fill(7)
  const parts = Array.from({ length: partsOf(chunks) }, (_, part) => stream(plain.slice(part << 20, (part + 1) << 20)))
  const partHashes = await Promise.all(parts.map((part) => sha256(part)))
  return { key, size, chunks, partHashes, hash: await fileHash(chunks, partHashes) }
}

async function fileVectors() {
  const { key, partHashes, hash, ...counts } = await sealedFile()
  const reporter = await reporterKeys(dice('vector case key')(16))
  const challenge = dice('vector challenge')(52)
  const upload = { upload: dice('vector upload')(32), chunks: counts.chunks }
  return {
    key: toBase64url(key),
    ...counts,
    partHashes: partHashes.map(toBase64url),
    hash: toBase64url(hash),
    uploadSignature: toBase64url(signUpload(reporter, 'https://ethics.example', challenge, upload).signature),
    readSignature: toBase64url(
      signReadFile(reporter, 'https://ethics.example', challenge, { hash, part: 2 }).signature,
    ),
  }
}

async function letterVectors(office: Office) {
  const { fingerprint, head: directory } = office.directory
  const said = { office: 'Ethics Office', sender: 'Chief', recipient: 'The head of personnel' }
  const letter = { ...said, fingerprint, directory, day: today, text: utf8('Please keep the two apart.') }
  const { container, words } = await sealLetter(letter, office.person('Chief').keys, 'english', dice('vector letter'))
  return { container: toBase64url(container), words }
}

async function envelopeVectors(office: Office) {
  const { caseKey, file } = await aSealedFile(office, { name: 'vector envelope' })
  return { caseKey: toBase64url(caseKey), file: toBase64url(file) }
}

async function carryingVectors(office: Office) {
  const contents = [utf8('A list of stamps.')]
  const { caseKey, file, files } = await aSealedFile(office, { name: 'vector carrying envelope', contents })
  return { caseKey: toBase64url(caseKey), fileKey: toBase64url(files[0]?.key ?? caseKey), file: toBase64url(file) }
}

async function serviceVectors(office: Office) {
  const receipts = ['one', 'two', 'three'].map((name, sequence) => ({
    case: dice(`case ${name}`)(32),
    lane: 'shared' as const,
    sequence,
    hash: dice(`hash ${name}`)(32),
    day: today,
  }))
  const [first] = receipts
  if (!first) throw new Error('a receipt is missing')
  const tree = await dayTree(dice('vector checkpoint secret')(32), today, receipts)
  const checkpoint = { day: today, root: tree.root, previous: dice('vector previous')(32) }
  const challenge = await makeChallenge(dice('vector challenge secret')(32), 29_000_000, dice('vector random')(16))
  const reporter = await reporterKeys(dice('vector case key')(16))
  return {
    receipt: toBase64url(receiptBytes(first)),
    receiptSignature: toBase64url(sign(receiptBytes(first), office.service.secretKey)),
    serviceKey: toBase64url(office.service.publicKey),
    root: toBase64url(tree.root),
    emptyRoot: toBase64url((await dayTree(dice('vector checkpoint secret')(32), today, [])).root),
    checkpoint: toBase64url(checkpointBytes(checkpoint)),
    checkpointHash: toBase64url(await checkpointHash(checkpoint)),
    challenge: toBase64url(challenge),
    readSignature: toBase64url(signRead(reporter, 'https://ethics.example', challenge, 0).signature),
  }
}
