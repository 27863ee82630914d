namespace Bench;

internal static partial class Handwritten
{
    private static long LoopInt(long n)
    {
        long s = 0, k = 1;
        for (long i = 1; i <= n; i++)
        {
            k = (k * 13 + i) % 65537;
            if (k > 32768)
            {
                s += k;
            }
            else
            {
                s -= i % 7;
            }
        }

        return s;
    }

    private static long Sieve(int n)
    {
        var f = new bool[n + 1];
        for (int i = 1; i <= n; i++)
        {
            f[i] = true;
        }

        long count = 0;
        for (int i = 2; i <= n; i++)
        {
            if (f[i])
            {
                count++;
                for (int j = i + i; j <= n; j += i)
                {
                    f[j] = false;
                }
            }
        }

        return count;
    }

    private static long Fannkuch(int n)
    {
        var p = new int[n + 2];
        var q = new int[n + 2];
        var s = new int[n + 2];
        int sign = 1;
        long maxFlips = 0, sum = 0;
        for (int i = 1; i <= n; i++)
        {
            p[i] = q[i] = s[i] = i;
        }

        while (true)
        {
            int q0 = p[1];
            if (q0 != 1)
            {
                for (int i = 2; i <= n; i++)
                {
                    q[i] = p[i];
                }

                long flips = 1;
                while (true)
                {
                    int qq = q[q0];
                    if (qq == 1)
                    {
                        sum += sign * flips;
                        if (flips > maxFlips)
                        {
                            maxFlips = flips;
                        }

                        break;
                    }

                    q[q0] = q0;
                    if (q0 >= 4)
                    {
                        for (int i = 2, j = q0 - 1; i < j; i++, j--)
                        {
                            (q[i], q[j]) = (q[j], q[i]);
                        }
                    }

                    q0 = qq;
                    flips++;
                }
            }

            if (sign == 1)
            {
                (p[1], p[2]) = (p[2], p[1]);
                sign = -1;
                continue;
            }

            (p[2], p[3]) = (p[3], p[2]);
            sign = 1;
            for (int i = 3; i <= n; i++)
            {
                int sx = s[i];
                if (sx != 1)
                {
                    s[i] = sx - 1;
                    break;
                }

                if (i == n)
                {
                    return sum * 100 + maxFlips;
                }

                s[i] = i;
                int t = p[1];
                for (int j = 1; j <= i; j++)
                {
                    p[j] = p[j + 1];
                }

                p[i + 1] = t;
            }
        }
    }
}
