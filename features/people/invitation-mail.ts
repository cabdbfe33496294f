type Words = { community: string; link: string }

/** The invitation in the language that its sender chose for the recipient. It names the community and nothing about anybody. */
export const invitationMail = (locale: 'en' | 'es', { community, link }: Words): { subject: string; body: string } =>
  locale === 'es'
    ? {
        subject: `Invitación a ${community} en Concentric`,
        body: `Buenos días:\n\n${community} le invita a Concentric, donde la escuela, la familia y las organizaciones acompañan juntas a cada estudiante.\n\nAbra este enlace para empezar:\n\n${link}\n\nSirve una sola vez, durante dos semanas. Si no esperaba este mensaje, no tiene que hacer nada.`,
      }
    : {
        subject: `Your invitation to ${community} on Concentric`,
        body: `Hello,\n\n${community} invites you to Concentric, where school, family and community partners stand around every student together.\n\nOpen this link to begin:\n\n${link}\n\nIt works once, for two weeks. If you did not expect this mail, you need not do anything.`,
      }
