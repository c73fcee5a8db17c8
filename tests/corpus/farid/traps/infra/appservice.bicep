param revontApiKeySecretName string = '@@NOT<revont-api-key>@@'
resource app 'Microsoft.Web/sites@2022-09-01' = {
  name: 'revont-bridge'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'REVONT_API_KEY', value: '@@NOT<@Microsoft.KeyVault(VaultName=sales-kv;SecretName=revont-api-key)>@@' }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: 'https://pkg.example.org/@@HEX:40@@.zip' }
        { name: 'APPINSIGHTS_INSTRUMENTATIONKEY', value: '@@UUID@@' }
      ]
    }
  }
}
