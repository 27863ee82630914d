using System;

namespace Bench;

internal static partial class Handwritten
{
    private static long Mandelbrot(int n)
    {
        long count = 0;
        for (int py = 0; py < n; py++)
        {
            double ci = 2.0 * py / n - 1.0;
            for (int px = 0; px < n; px++)
            {
                double cr = 2.0 * px / n - 1.5;
                double zr = 0.0, zi = 0.0, zr2 = 0.0, zi2 = 0.0;
                int k = 0;
                while (k < 100 && zr2 + zi2 <= 4.0)
                {
                    zi = 2.0 * zr * zi + ci;
                    zr = zr2 - zi2 + cr;
                    zr2 = zr * zr;
                    zi2 = zi * zi;
                    k++;
                }

                count += k;
            }
        }

        return count;
    }

    private static double A(int i, int j)
    {
        double ij = i + j - 1;
        return 1.0 / (ij * (ij - 1) * 0.5 + i);
    }

    private static void MultiplyAv(double[] x, double[] y)
    {
        for (int i = 1; i <= x.Length; i++)
        {
            double a = 0.0;
            for (int j = 1; j <= x.Length; j++)
            {
                a += x[j - 1] * A(i, j);
            }

            y[i - 1] = a;
        }
    }

    private static void MultiplyAtv(double[] x, double[] y)
    {
        for (int i = 1; i <= x.Length; i++)
        {
            double a = 0.0;
            for (int j = 1; j <= x.Length; j++)
            {
                a += x[j - 1] * A(j, i);
            }

            y[i - 1] = a;
        }
    }

    private static double SpectralNorm(int n)
    {
        var u = new double[n];
        var v = new double[n];
        var t = new double[n];
        Array.Fill(u, 1.0);
        for (int i = 0; i < 10; i++)
        {
            MultiplyAv(u, t);
            MultiplyAtv(t, v);
            MultiplyAv(v, t);
            MultiplyAtv(t, u);
        }

        double vbv = 0.0, vv = 0.0;
        for (int i = 0; i < n; i++)
        {
            vbv += u[i] * v[i];
            vv += v[i] * v[i];
        }

        return Math.Floor(Math.Sqrt(vbv / vv) * 1e9);
    }
}
