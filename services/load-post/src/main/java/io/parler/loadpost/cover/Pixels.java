package io.parler.loadpost.cover;

/// An image in memory, row by row.
///
/// @param rgb red, green and blue, eight bits each
record Pixels(int width, int height, int[] rgb) {
    static int rgb(int red, int green, int blue) {
        return (red << 16) | (green << 8) | blue;
    }
}
