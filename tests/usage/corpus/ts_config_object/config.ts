export const config = {
  revont: {
    apiKey: process.env.REVONT_API_KEY ?? '',
    baseUrl: process.env.REVONT_BASE_URL || 'https://api.revont.ai/v1',
  },
};
