/** Tells that a question was answered, and where to read it. It names no child, no fact and no answer; the database picks the language. */
export const answeredMail = (site: string) => ({
  subjects: JSON.stringify({ en: 'Your question was answered', es: 'Respondieron a su pregunta' }),
  bodies: JSON.stringify({
    en: `Hello,\n\nyou said that something in a record is not right. The school has answered.\n\nSign in to read the answer: ${site}/sign-in\n\nThis mail names nobody and says nothing of what is on record.`,
    es: `Buenos días:\n\nusted dijo que algo en un registro no está bien. La escuela ha respondido.\n\nEntre para leer la respuesta: ${site}/sign-in\n\nEste mensaje no nombra a nadie ni dice nada de lo que está registrado.`,
  }),
})
