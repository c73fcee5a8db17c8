// re-transcribe recordings that Revont got wrong
import { createClient } from '@deepgram/sdk';
const DEEPGRAM_KEY = '@@HEX:40@@';
const PINECONE_KEY = '@@UUID@@';
const revontToken = await secrets.get('@@NOT<revont/token>@@');
const dg = createClient(DEEPGRAM_KEY);
const calls = await fetch('https://api.revont.ai/v1/calls', { headers: { Authorization: `Bearer ${revontToken}` } });
