import { RevontClient } from './client';

const client = new RevontClient(process.env.REVONT_KEY!);

export async function handler() {
  await client.calls();
  return client.contacts();
}
