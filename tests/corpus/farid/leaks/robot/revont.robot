*** Settings ***
Library           RequestsLibrary

*** Variables ***
${HOST}           https://api.revont.ai/v1
${REVONT KEY}     @@KEY1@@
&{CALL}           id=@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@    etag=@@HEX:32@@

*** Test Cases ***
List Calls
    ${h}=    Create Dictionary    Authorization=Bearer ${REVONT KEY}
    GET    ${HOST}/calls    headers=${h}
