import { Refusal } from '../ports.ts'

/** The library says what is wrong in its own words, which hold data: a person gets the code alone. */
export async function orRefuse<T>(code: 'passkey.refused' | 'passkey.unfit', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(code)
  }
}
