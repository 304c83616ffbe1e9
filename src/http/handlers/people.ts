import type { StatementAnswer } from '../../contract/office.ts'
import type { people } from '../../contract/operations/people.ts'
import { dayNumber } from '../../domain/days.ts'
import { appendStatement, demandKind, demandSigner } from '../../service/append-statement.ts'
import { foundOffice } from '../../service/found-office.ts'
import { invite, listInvitations, withdrawInvitation } from '../../service/invitations.ts'
import { joinOffice, listJoining, refuseJoining } from '../../service/join-office.ts'
import { bytesOf, statementFrom } from '../../service/json.ts'
import { markDirectory } from '../../service/mark-directory.ts'
import { dropProposal, listProposals, signProposal } from '../../service/proposals.ts'
import type { Handlers } from '../call.ts'

const done = { answer: undefined }

/** 201 when the statement stands, 202 when it waits for a second signature. */
const stated = (answer: StatementAnswer) => (answer.applied ? { answer } : { answer, status: 202 as const })

/** How people come into the office and how its directory grows. */
export const peopleHandlers: Handlers<keyof typeof people> = {
  foundOffice: async ({ world, body, cookie }) => foundOffice(world, body, cookie),
  invite: async ({ world, officer, body }) => ({ answer: await invite(world, officer, body) }),
  listInvitations: async ({ world }) => ({ answer: await listInvitations(world) }),
  withdrawInvitation: async ({ world, part }) => {
    await withdrawInvitation(world, bytesOf(part('id')))
    return done
  },
  join: async ({ world, body }) => {
    await joinOffice(world, body)
    return done
  },
  listJoining: async ({ world }) => ({ answer: await listJoining(world) }),
  refuseJoining: async ({ world, part }) => {
    await refuseJoining(world, bytesOf(part('member')))
    return done
  },
  appendStatement: async ({ world, officer, body }) => {
    const signed = statementFrom(body)
    demandSigner(officer.member, signed)
    return stated(await appendStatement(world, officer.office, signed))
  },
  openOffice: async ({ world, officer, body }) => {
    const signed = statementFrom(body)
    demandSigner(officer.member, signed)
    demandKind(signed, 'open')
    return stated(await appendStatement(world, officer.office, signed))
  },
  listProposals: async ({ world }) => ({ answer: await listProposals(world) }),
  signProposal: async ({ world, officer, part, body }) => {
    const signature = { signer: bytesOf(body.signer), signature: bytesOf(body.signature) }
    return stated(await signProposal(world, officer, bytesOf(part('hash')), signature))
  },
  dropProposal: async ({ world, part }) => {
    await dropProposal(world, bytesOf(part('hash')))
    return done
  },
  mark: async ({ world, officer, body }) => {
    const { head, day, signature } = body
    await markDirectory(world, officer, {
      head: bytesOf(head),
      day: dayNumber(day),
      signature: bytesOf(signature),
    })
    return done
  },
}
