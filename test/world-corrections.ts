import type { Chance } from '#features/access/chance.ts'
import { byPerson, mayAsk, mayKnowOf } from '#features/access/oracle-questions.ts'
import { mayWrite } from '#features/access/oracle.ts'
import { elementOfFact, facts } from '#features/access/world-questions.ts'
import type { Hat, World } from '#features/access/world.ts'
import {
  addStatement,
  answerCorrection,
  askCorrection,
  closeCorrection,
} from '#features/students/corrections/queries.ts'
import type { Attempt } from './world-acts.ts'

const mail = { subjects: JSON.stringify({ en: 'Answered' }), bodies: JSON.stringify({ en: 'Answered' }) }
const questionOf = (world: World, id: string) => world.correction_request.find((each) => each.id === id)!

const asksAboutFact = (world: World, hat: Hat, chance: Chance): Attempt => {
  const student = chance.pick(world.student)
  // Of contacts a family reads its own rows, each named by its id: features/students/corrections/corrections.test.ts asks about those.
  const fact = chance.pick(facts.filter((each) => each !== 'contact'))
  const kind = hat.kind === 'membership' ? 'staff' : hat.kind === 'self' ? 'student' : 'guardian'
  const isAskedAlready = world.correction_request.some(
    (each) =>
      each.student_id === student.id &&
      each.asked_by === hat.personId &&
      each.fact === fact &&
      each.label === 'today' &&
      each.state === 'open',
  )
  return {
    what: `says that ${fact} of ${student.given_name} is wrong`,
    statement: askCorrection(student.id, { fact, label: 'today', wrong: 'Asked today', rightIs: 'That' }),
    may: !isAskedAlready && mayAsk(world, hat, student.id, elementOfFact[fact]),
    check: ({ correction_request }) =>
      correction_request.some(
        (each) =>
          each.wrong === 'Asked today' &&
          each.asked_by === hat.personId &&
          each.asker_kind === kind &&
          each.fact === fact,
      ),
  }
}

const answersQuestion = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const question = chance.pick(world.correction_request)
  if (!question) return undefined
  const student = world.student.find((each) => each.id === question.student_id)!
  return {
    what: `answers question ${question.id}`,
    statement: answerCorrection(
      question.id,
      { version: question.version, answer: 'not_changed', text: 'Because today' },
      mail,
    ),
    may:
      hat.role === 'data_steward' &&
      mayKnowOf(world, hat, question, byPerson) &&
      mayWrite(world, hat, student, question.element, byPerson.opened) &&
      question.state !== 'closed',
    check: (after) => questionOf(after, question.id).answer_text === 'Because today',
  }
}

const closesQuestion = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const question = chance.pick(world.correction_request)
  if (!question) return undefined
  return {
    what: `closes question ${question.id}`,
    statement: closeCorrection(question.id, question.version),
    may: mayKnowOf(world, hat, question, byPerson) && question.asked_by === hat.personId && question.state !== 'closed',
    check: (after) => questionOf(after, question.id).state === 'closed',
  }
}

const addsStatement = (world: World, hat: Hat, chance: Chance): Attempt | undefined => {
  const question = chance.pick(world.correction_request)
  if (!question) return undefined
  return {
    what: `adds a statement to question ${question.id}`,
    statement: addStatement(question.id, { version: question.version, body: 'Our words today' }),
    may:
      mayKnowOf(world, hat, question, byPerson) &&
      question.asked_by === hat.personId &&
      question.asker_kind !== 'staff' &&
      question.answer === 'not_changed' &&
      !world.record_statement.some((each) => each.request_id === question.id),
    check: ({ record_statement }) =>
      record_statement.some(
        (each) => each.request_id === question.id && each.body === 'Our words today' && each.author_id === hat.personId,
      ),
  }
}

export const asking = [asksAboutFact, answersQuestion, closesQuestion, addsStatement]
