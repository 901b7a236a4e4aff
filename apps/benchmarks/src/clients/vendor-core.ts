/** The package that all of the vendor's SDKs for Node.js send their requests with. */
export const vendorCore = "@huaweicloud/huaweicloud-sdk-core";
