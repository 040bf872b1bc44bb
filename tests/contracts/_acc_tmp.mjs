import {gunzipSync} from 'zlib'; import {readFileSync} from 'fs';
for (const v of ['2026-07','2026-10']){
const s=JSON.parse(gunzipSync(readFileSync(`node_modules/@shopify/dev-mcp/dist/data/admin_${v}.json.gz`))).data.__schema;
const t=Object.fromEntries(s.types.map(x=>[x.name,x]));
for(const n of ['Return','ReturnLineItem','ReturnLineItemInput','ReturnInput','Refund','RefundInput','SuggestedRefund','SuggestedOrderTransaction','ReturnReasonDefinition','RefundLineItem','ShippingRefund','ReturnableFulfillment','FulfillmentLineItem','OrderTransaction','ReturnProcessInput']){const T=t[n]; console.log(v,n,T?(T.requiredAccess||''):'NONE', (T?.fields||T?.inputFields||[]).filter(f=>f.requiredAccess||f.isDeprecated||f.isProtected).map(f=>f.name+(f.isDeprecated?'(DEPR '+f.deprecationReason+')':'')+(f.requiredAccess?'['+f.requiredAccess+']':'')).join('; '))}
for(const f of ['returnReasonDefinitions','returnableFulfillments','return','refund']){const F=t.QueryRoot.fields.find(x=>x.name===f);console.log(v,f,F?.requiredAccess,F?.args.map(a=>a.name))}
for(const f of ['returns','refunds','suggestedRefund','transactions','fulfillments']){const F=t.Order.fields.find(x=>x.name===f);console.log(v,'Order.'+f,F?.requiredAccess)}
for(const f of ['returnCreate','refundCreate','returnProcess']){const F=t.Mutation.fields.find(x=>x.name===f);console.log(v,f,F?.requiredAccess,F?.args.map(a=>a.name))}
}
