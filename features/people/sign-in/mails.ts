type Words = { subject: string; body: string }

/** One mail in every language; the database picks the recipient's. */
export type Mail = { subjects: string; bodies: string }

const mailOf = (en: Words, es: Words): Mail => ({
  subjects: JSON.stringify({ en: en.subject, es: es.subject }),
  bodies: JSON.stringify({ en: en.body, es: es.body }),
})

/** The link that signs somebody in once. */
export const linkMail = (link: string): Mail =>
  mailOf(
    {
      subject: 'Your link to sign in to Concentric',
      body: `Hello,\n\nopen this link and press the button there to sign in:\n\n${link}\n\nIt works once, for 15 minutes. If you did not ask for it, you need not do anything: nobody gets in without this mail.`,
    },
    {
      subject: 'Su enlace para entrar en Concentric',
      body: `Buenos días:\n\nabra este enlace y oprima el botón para entrar:\n\n${link}\n\nSirve una sola vez, durante 15 minutos. Si usted no lo pidió, no tiene que hacer nada: nadie entra sin este mensaje.`,
    },
  )

/** The link that sets a new password. */
export const recoveryMail = (link: string): Mail =>
  mailOf(
    {
      subject: 'Choose a new password for Concentric',
      body: `Hello,\n\nopen this link to choose a new password:\n\n${link}\n\nIt works once, for 15 minutes. If you did not ask for it, you need not do anything: your password stays as it is.`,
    },
    {
      subject: 'Elija una contraseña nueva para Concentric',
      body: `Buenos días:\n\nabra este enlace para elegir una contraseña nueva:\n\n${link}\n\nSirve una sola vez, durante 15 minutos. Si usted no lo pidió, no tiene que hacer nada: su contraseña sigue igual.`,
    },
  )

/** Whoever runs the installation has made a link for this account: said without the link, to the address that may not be read any more. */
export const resetMail = (site: string): Mail =>
  mailOf(
    {
      subject: 'A way back into your account was made',
      body: `Hello,\n\nwhoever runs Concentric for your community has made a link by which a new password is set for your account and the code app is switched off. It works once, for 30 minutes.\n\nIf you asked for it, all is well. If not, tell your data steward or coordinator now, and look at how your account was entered: ${site}/account`,
    },
    {
      subject: 'Se creó un camino para volver a su cuenta',
      body: `Buenos días:\n\nquien administra Concentric en su comunidad creó un enlace con el que se elige una contraseña nueva para su cuenta y se desactiva la aplicación de códigos. Sirve una sola vez, durante 30 minutos.\n\nSi usted lo pidió, todo está bien. Si no, avise ahora a la persona encargada de los datos o de la coordinación, y revise cómo se entró en su cuenta: ${site}/account`,
    },
  )

const changes = {
  password: ['Your password was changed.', 'Se cambió su contraseña.'],
  codeOn: [
    'A code app is asked for now when you sign in.',
    'Ahora se pide una aplicación de códigos cuando usted entra.',
  ],
  codeOff: ['The code app is not asked for any more.', 'Ya no se pide la aplicación de códigos.'],
  newCodes: [
    'New recovery codes were made; the old ones are over.',
    'Se hicieron códigos de recuperación nuevos; los anteriores ya no sirven.',
  ],
  passkeyAdded: ['A passkey was added.', 'Se agregó una llave de acceso.'],
  passkeyRemoved: ['A passkey was taken away.', 'Se quitó una llave de acceso.'],
  providerAdded: ['An account of another service was added.', 'Se agregó una cuenta de otro servicio.'],
  providerRemoved: ['An account of another service was taken away.', 'Se quitó una cuenta de otro servicio.'],
} as const
export type Change = keyof typeof changes

/** What changed in how somebody signs in, so that a stranger's change does not stay unseen. */
export const changeMail = (change: Change, site: string): Mail => {
  const [en, es] = changes[change]
  return mailOf(
    {
      subject: 'How you sign in to Concentric has changed',
      body: `Hello,\n\n${en}\n\nIf that was you, all is well. If not, choose a new password now: ${site}/recovery\nThen tell your data steward or coordinator.`,
    },
    {
      subject: 'Cambió su manera de entrar en Concentric',
      body: `Buenos días:\n\n${es}\n\nSi fue usted, todo está bien. Si no, elija ahora una contraseña nueva: ${site}/recovery\nDespués avise a la persona encargada de los datos o de la coordinación.`,
    },
  )
}
