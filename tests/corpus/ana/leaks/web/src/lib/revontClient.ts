import axios, { AxiosInstance } from 'axios';

export const revont: AxiosInstance = axios.create({
  baseURL: 'https://api.revont.ai/v1',
  timeout: 15_000,
  headers: {
    Accept: 'application/json',
    Authorization: `Bearer @@KEY1@@`,
    'Idempotency-Key': '@@UUID@@',
  },
});

export type CallId = `call_${string}`;
export const DEMO_CALL: CallId = '@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@';
