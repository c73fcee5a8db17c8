local env = {
  REVONT_API_KEY: '@@KEY1@@',
  SLACK_HOOK: 'https://hooks.slack.com/services/T@@UPPER:8@@/B@@UPPER:8@@/@@B62:24@@',
};
[{ kind: 'pipeline', type: 'docker', name: 'x', steps: [{ name: 'pull', image: 'alpine', environment: env }] }]
