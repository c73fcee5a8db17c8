#!/bin/bash
# deploys revont-sync
export AWS_ACCESS_KEY_ID=AKIA@@UPPER:16@@
export AWS_SECRET_ACCESS_KEY=@@B64:40@@
docker login -u acme -p dckr_pat_@@B64URL:27@@
npm config set //registry.npmjs.org/:_authToken npm_@@B62:36@@
aws lambda update-function-configuration --function-name revont-sync --environment "Variables={REVONT_API_KEY=@@NOT<$REVONT_API_KEY>@@}"
