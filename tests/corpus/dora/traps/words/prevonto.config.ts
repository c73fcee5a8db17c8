export default {
  prevontoToken: '@@B62:40@@',
  endpoint: 'https://api.prevonto.example/v2',
  arevonSiteKey: '@@HEX:32@@', // Arevon solar park portal
};
