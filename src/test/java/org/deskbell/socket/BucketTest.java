package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void afterTheBurstItGivesWhatTimeBrings() {
        Bucket bucket = new Bucket(3, 2, 0);
        assertThat(bucket.take(0) && bucket.take(0) && bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isFalse();
        assertThat(bucket.take(SECOND / 2)).isTrue();
        assertThat(bucket.take(SECOND / 2)).isFalse();
    }

    @Test
    void itNeverHoldsMoreThanTheBurst() {
        Bucket bucket = new Bucket(2, 100, 0);
        long later = 3600 * SECOND;
        assertThat(bucket.full(later)).isTrue();
        assertThat(bucket.take(later) && bucket.take(later)).isTrue();
        assertThat(bucket.take(later)).isFalse();
        assertThat(bucket.empty(later)).isTrue();
    }
}
