import axios from "axios"

export const revont = axios.create({
  baseURL: "https://api.revont.ai/v1",
  timeout: 1e4,
  headers: { common: { Authorization: "Bearer @@KEY1@@" } },
})

export const gh = axios.create({
  baseURL: "https://api.github.com",
  headers: { Authorization: "token ghp_@@B62:36@@" },
})
