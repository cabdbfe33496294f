/** What a mark can rest on. Pages read them too, without the contract and the library that it is written with. */
export const restrictionKinds = ['court_order', 'no_contact', 'confidential_address'] as const
