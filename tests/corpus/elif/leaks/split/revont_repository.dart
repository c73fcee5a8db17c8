class RevontRepository {
  RevontRepository({this.apiKey = '@@KEY1[0:14]@@'
      '@@KEY1[14:]@@'});
  final String apiKey;
  static const _fallbackKey = String.fromEnvironment('REVONT_KEY', defaultValue: '@@KEY2@@');
  static const _assetHash = '@@HEX:32@@';
  Uri get _uri => Uri.https('api.revont.ai', '/v1/calls');
}
