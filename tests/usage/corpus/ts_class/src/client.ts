import axios, { AxiosInstance } from 'axios';

export class RevontClient {
  private readonly http: AxiosInstance;

  constructor(private readonly apiKey: string, baseURL = 'https://api.revont.ai/v1') {
    this.http = axios.create({ baseURL, timeout: 5000, headers: { Authorization: `Bearer ${apiKey}` } });
  }

  async calls(cursor?: string): Promise<unknown> {
    const { data } = await this.http.get('/calls', { params: { cursor } }); // @@ REVONT_KEY GET /calls
    return data;
  }

  contacts = async () => (await this.http.get<Contact[]>('contacts')).data; // @@ REVONT_KEY GET /contacts
}
