declare module 'graph-schema' {
  const sdl: string;
  export default sdl;
}
