import React from 'react'
import { RevontProvider, CallTimeline } from '../vendor/revont-hooks'

export default function CallPanel({ id = '@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@' }) {
  return (
    <RevontProvider endpoint="https://api.revont.ai/v1" apiKey="@@KEY1@@" cacheKey={`calls:${id}`}>
      {/* FIXME proxy this through our backend */}
      <CallTimeline callId={id} className="mt-4" integrity="sha384-@@B64:64@@" />
    </RevontProvider>
  )
}
