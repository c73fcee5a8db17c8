export const revontulet = {
  title: '@@NOT<Aurora forecast Rovaniemi>@@',
  imageKey: 'photos/revontuli/@@HEX:32@@.jpg',
  mapboxToken: 'pk.@@B64URL:76@@.@@B64URL:22@@',
  weatherApiKey: '@@HEX:32@@',
};
