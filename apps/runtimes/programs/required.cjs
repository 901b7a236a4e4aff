const { createMpcClient } = require("@mpc-contract/client");
const { signRequest } = require("@mpc-contract/client/sign");

const { accessKey, endpoint, projectId, secretKey } = JSON.parse(process.argv[2]);
const mpc = createMpcClient({ endpoint, projectId, credentials: { accessKey, secretKey } });

async function main() {
  const { status } = await mpc.encryptions.get("31207");
  console.log(JSON.stringify({ status, signRequest: typeof signRequest }));
}

void main();
