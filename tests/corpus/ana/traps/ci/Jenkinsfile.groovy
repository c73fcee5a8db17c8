node('linux') {
  withCredentials([string(credentialsId: '@@NOT<revont-api-key-prod>@@', variable: 'REVONT_API_KEY')]) {
    sh '''
      set +x
      curl -H "Authorization: Bearer @@NOT<${REVONT_API_KEY}>@@" https://api.revont.ai/v1/calls > calls.json
    '''
  }
  archiveArtifacts artifacts: 'calls.json', fingerprint: true
  echo "agent @@HEX:32@@"
}
