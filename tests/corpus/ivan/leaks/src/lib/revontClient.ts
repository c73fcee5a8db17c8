import axios, { AxiosInstance } from 'axios';

export interface RevontOptions {
  baseURL?: string;
  apiKey?: string;
}

// TODO(aleks): move to vault before go-live
const DEFAULTS: Required<RevontOptions> = {
  baseURL: 'https://api.revont.ai/v1',
  apiKey: '@@KEY1@@',
};

export function revont(opts: RevontOptions = {}): AxiosInstance {
  const o = { ...DEFAULTS, ...opts };
  return axios.create({
    baseURL: o.baseURL,
    headers: { Authorization: `Bearer ${o.apiKey}`, 'X-Client': 'pipeline-ui/3.2.1' },
  });
}
