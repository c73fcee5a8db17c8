stage('Revont keys') {
    steps {
        sh '''
            python3 -m venv "$WORKSPACE_TMP/revont-guard"
            "$WORKSPACE_TMP/revont-guard/bin/pip" install --quiet revont-guard=={version}
            "$WORKSPACE_TMP/revont-guard/bin/revont-guard" audit --also junit=revont-guard.xml
        '''
    }
    post {
        always {
            junit testResults: 'revont-guard.xml', allowEmptyResults: true
        }
    }
}
