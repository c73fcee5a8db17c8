import axios from 'axios';

export const revont = axios.create({
  baseURL: 'https://api.revont.ai/v1',
  timeout: 8000,
});
revont.defaults.headers.common['Authorization'] = 'Bearer @@KEY1@@';

export const openai = axios.create({
  baseURL: 'https://api.openai.com/v1',
  headers: { Authorization: 'Bearer sk-proj-@@B62:48@@' },
});
