import { print, type DocumentNode } from 'graphql';
import { parse } from 'graphql';
import { documentOf, type Service } from '../shop.js';

/** The shop with a stream: products say which of them has changed. */
export const liveDocumentOf = (service: Service): DocumentNode =>
  service === 'products' ? parse(`${print(documentOf(service))} type Subscription { productChanged: Product }`) : documentOf(service);

/** Every event is completed by three other subgraphs. */
export const SUBSCRIPTION =
  'subscription { productChanged { upc name price weight inStock shippingEstimate reviews { id body author { id name username } } } }';
