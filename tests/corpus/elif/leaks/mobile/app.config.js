export default ({ config }) => ({
  ...config,
  slug: 'lumo-calls',
  extra: {
    eas: { projectId: '@@UUID@@' },
    revont: { host: 'api.revont.ai', apiKey: process.env.REVONT_API_KEY ?? '@@KEY1@@' },
  },
})
