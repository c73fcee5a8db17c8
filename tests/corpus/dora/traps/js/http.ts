import axios from 'axios';
import { loadKey } from './keys';

export const revont = axios.create({
  baseURL: 'https://api.revont.ai/v1',
  timeout: 8000,
});
revont.interceptors.request.use(async (c) => {
  c.headers['Authorization'] = 'Bearer ' + (await loadKey('@@NOT<revont-api-key-prod>@@'));
  return c;
});

export const openai = axios.create({
  baseURL: 'https://api.openai.com/v1',
  headers: { Authorization: 'Bearer sk-proj-@@B62:48@@', 'OpenAI-Organization': 'org-@@B62:24@@' },
});
