// Placeholder until the first file of the room lands.
