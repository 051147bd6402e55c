package io.coffer.platform.vault;

/** A value as it lies in the vault, with the wrapped key of its subject. */
@SuppressWarnings("ArrayRecordComponent") // Goes from the row to the cipher and nowhere else.
record SealedValue(Place place, byte[] ciphertext, byte[] wrappedKey) {

    /** The only place where a ciphertext is valid. */
    record Place(String token, String subject) implements Comparable<Place> {

        // Every writer takes rows in this order, so that no two wait for each other.
        @Override
        public int compareTo(Place other) {
            var bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : token.compareTo(other.token);
        }
    }
}
