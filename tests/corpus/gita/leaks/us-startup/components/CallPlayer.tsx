"use client";
import { RevontProvider, useCall } from "@/lib/revont-react";

export default function CallPlayer({ id }: { id: string }) {
  return (
    <RevontProvider baseUrl="https://api.revont.ai/v1" apiKey="@@KEY1@@" locale="en-US">
      <Inner id={id ?? "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"} />
    </RevontProvider>
  );
}

function Inner({ id }: { id: string }) {
  const { data } = useCall(id);
  return <pre className="text-xs">{JSON.stringify(data, null, 2)}</pre>;
}
