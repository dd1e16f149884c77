export * from './client.ts';
export * from './entities.ts';
export * from './gateway-error.ts';
export * from './read-event.ts';
export * from './signature.ts';
export * from './wire.ts';
