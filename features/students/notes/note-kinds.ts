/** What a note can be of. Pages read them too, without the contract and the library that it is written with. */
export const noteKinds = ['conversation', 'home_visit', 'phone_call', 'meeting', 'observation', 'other'] as const
