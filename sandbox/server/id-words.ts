export const ID_WORDS = {
  first:
    'amused,brief,crisp,drifting,eager,fabled,gilded,humming,idle,jolly,keen,lively,mild,nimble,open,plain,quick,rapid,sturdy,tidy'.split(
      ',',
    ),
  second:
    'anchor,bridge,clover,dune,ember,ferry,grove,hollow,inlet,jetty,kiln,lagoon,mast,notch,orbit,pier,quay,reef,shore,tower'.split(
      ',',
    ),
}
