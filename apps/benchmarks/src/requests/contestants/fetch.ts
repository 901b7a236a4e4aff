import { path } from "../../service/page.ts";
import { type MakeAsk, type Page, filter } from "../ask.ts";

export const bareFetch: MakeAsk = (endpoint) => {
  const url = `${endpoint}${path}?page=${filter.page}&size=${filter.size}`;
  return async () => JSON.parse(await (await fetch(url)).text()) as Page;
};
