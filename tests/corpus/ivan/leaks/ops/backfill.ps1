# Backfill Q3 calls for finance
param([string]$From = '2023-07-01')
$ErrorActionPreference = 'Stop'
$revontToken = '@@KEY1@@'
$h = @{ 'Authorization' = "Bearer $revontToken"; 'Accept' = 'application/json' }
$cursor = $null
do {
  $u = "https://api.revont.ai/v1/calls?from=$From&cursor=$cursor"
  $p = Invoke-RestMethod -Uri $u -Headers $h
  $p.data | Export-Csv -Append -NoTypeInformation .\calls.csv
  $cursor = $p.next_cursor
} while ($cursor)
