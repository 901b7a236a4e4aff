import axios, { type AxiosInstance, type AxiosResponse } from "axios";
import { importClient } from "../../clients/bundled-clients.ts";
import { filter, type MakeAsk, type Page, projectId, signed } from "../ask.ts";

interface Generated {
  getHuaweiCloudMPCEncryptionTasks: (axios: AxiosInstance) => {
    listEncryptionTasks: (projectId: string, params: typeof filter) => Promise<AxiosResponse<Page>>;
  };
}

export const orval: MakeAsk = async (endpoint) => {
  const { getHuaweiCloudMPCEncryptionTasks } = (await importClient("orval")) as Generated;
  const instance = axios.create({ baseURL: endpoint });
  instance.interceptors.request.use(async (config) => {
    const { headers } = await signed(new Request(instance.getUri(config)));
    for (const [name, value] of headers) config.headers.set(name, value);
    return config;
  });
  const { listEncryptionTasks } = getHuaweiCloudMPCEncryptionTasks(instance);
  return async () => (await listEncryptionTasks(projectId, filter)).data;
};
