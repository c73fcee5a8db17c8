import axios from 'axios';

const api = axios.create({ baseURL: 'https://api.revont.ai/v1' });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${process.env.REVONT_API_TOKEN}`;
  return config;
});

export const getSummaries = () => api.get('/summaries').then((r) => r.data); // @@ REVONT_API_TOKEN GET /summaries
export const removeHook = (id: string) => api.delete(`/webhooks/${id}`); // @@ REVONT_API_TOKEN DELETE /webhooks/{}
