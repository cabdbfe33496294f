import { noticeKinds, type NoticeKind } from './contract.ts'

type Counts = Partial<Record<NoticeKind, number>>

const english: Record<NoticeKind, [one: string, more: string]> = {
  flag: ['new flag', 'new flags'],
  referral: ['answer to a referral', 'answers to referrals'],
  unanswered: ['referral without an answer', 'referrals without an answer'],
  word: ['word of a family on a service', 'words of families on services'],
  message: ['message on a referral', 'messages on referrals'],
  reminder: ['reminder', 'reminders'],
  consent_given: ['permission given', 'permissions given'],
  consent_withdrawn: ['permission withdrawn', 'permissions withdrawn'],
  correction: ['answer to a question about a fact', 'answers to questions about facts'],
  import: ['import of files', 'imports of files'],
  overdue: ['source of files that is overdue', 'sources of files that are overdue'],
  invitation: ['invitation answered', 'invitations answered'],
}
const spanish: Record<NoticeKind, [one: string, more: string]> = {
  flag: ['aviso nuevo', 'avisos nuevos'],
  referral: ['respuesta a una derivación', 'respuestas a derivaciones'],
  unanswered: ['derivación sin respuesta', 'derivaciones sin respuesta'],
  word: ['opinión de una familia sobre un servicio', 'opiniones de familias sobre servicios'],
  message: ['mensaje en una derivación', 'mensajes en derivaciones'],
  reminder: ['recordatorio', 'recordatorios'],
  consent_given: ['permiso dado', 'permisos dados'],
  consent_withdrawn: ['permiso retirado', 'permisos retirados'],
  correction: ['respuesta a una pregunta sobre un dato', 'respuestas a preguntas sobre datos'],
  import: ['importación de archivos', 'importaciones de archivos'],
  overdue: ['fuente de archivos atrasada', 'fuentes de archivos atrasadas'],
  invitation: ['invitación respondida', 'invitaciones respondidas'],
}

/** The daily mail: how many notices of each kind there are and where to read them. It names nobody. Null when there is nothing to tell. */
export function dailyMail(counts: Counts, locale: string, site: string | undefined) {
  const words = locale === 'es' ? spanish : english
  const lines = noticeKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [`· ${count} ${words[kind][count === 1 ? 0 : 1]}`]
  })
  if (lines.length === 0) return null
  const list = lines.join('\n')
  if (locale === 'es')
    return {
      subject: 'Lo nuevo en Concentric',
      body: `Buenos días:\n\n${list}\n\nLéalo en Concentric${site ? `: ${site}/app/notices` : ', en «Novedades».'}\n\nEste mensaje no nombra a nadie. Puede desactivarlo en la página de su cuenta${site ? `: ${site}/account` : '.'}`,
    }
  return {
    subject: 'What is new in Concentric',
    body: `Hello,\n\n${list}\n\nRead it in Concentric${site ? `: ${site}/app/notices` : ', under "Notices".'}\n\nThis mail names nobody. You can switch it off on the page of your account${site ? `: ${site}/account` : '.'}`,
  }
}
